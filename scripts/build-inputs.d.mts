export declare function hashInputs(contentDir: string, env: NodeJS.ProcessEnv): string;
export declare function listInputs(contentDir: string): string[];
