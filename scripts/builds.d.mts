export declare function openFolder(buildsDir: string): void;
export declare function place(from: string, buildsDir: string, name: string): void;
