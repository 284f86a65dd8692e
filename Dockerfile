# syntax=docker/dockerfile:1
# A hub in a container: runs as nobody in particular, and writes to /data only.

# another folder takes this stage's place: compose.yaml names it, or docker build --build-context content=../help
FROM scratch AS content
COPY content /

FROM node:24-bookworm-slim AS build
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
# the image brings Node 24 itself
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/node-linux-*
COPY . .
COPY --from=content / /content
# what readers use: it stands in canonical links, the sitemap, the feed and llms.txt
ARG PUBLIC_URL
ENV CONTENT_DIR=/content BUILDS_DIR=/hub/builds PUBLIC_URL=$PUBLIC_URL
RUN node scripts/build.mjs

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4321 DATA_DIR=/data CONTENT_DIR=/content BUILDS_DIR=/hub/builds
WORKDIR /hub
COPY --from=build /hub /hub
COPY --from=build /content /content
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 4321
# not /readyz: while nothing can be written pages go on, and who routes by this must not take them away
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# as scripts/server-flags.mjs says
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=40", "server/main.ts"]
