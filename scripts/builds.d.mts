export declare function place(from: string, buildsDir: string, name: string): void;
