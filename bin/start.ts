import { startApp } from "@/lib/start/start-app";

await startApp({ dev: process.argv.includes("--dev") });
