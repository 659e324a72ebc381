// Test files of one process follow one another: each finds the environment and this process's shared connections as the first did.
const kept = globalThis as { environmentOfTests?: NodeJS.ProcessEnv } & Record<string, unknown>;

kept.environmentOfTests ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in kept.environmentOfTests)) delete process.env[name];
Object.assign(process.env, kept.environmentOfTests);
for (const name of Object.keys(kept)) if (name.startsWith("threadwell")) delete kept[name];
