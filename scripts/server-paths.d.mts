export declare function isServers(request: { method: string; url: string }): boolean;
