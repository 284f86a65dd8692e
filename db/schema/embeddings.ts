import { index, instant, str, table } from "../columns.ts";

/**
 * What an embedding model makes of a passage, so that it is asked once. `key`: a hash of the model's name and of what was
 * read. `vector`: its 32-bit floats, little-endian, as base64.
 */
export const embeddings = table(
  "embeddings",
  {
    key: str().primaryKey(),
    vector: str().notNull(),
    /** To the day: when a build that was served last had this passage. */
    usedAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (embedding) => [index("embeddings_used").on(embedding.usedAt)],
);
