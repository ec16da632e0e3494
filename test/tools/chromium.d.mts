export declare const args: string[]
export declare function resolveChromium(): { executablePath: string; env?: Record<string, string | undefined> }
