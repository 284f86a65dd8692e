export declare function hashInputs(contentDir: string, env: NodeJS.ProcessEnv): string;
