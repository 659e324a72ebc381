import { rotateKey } from "@/lib/start/rotate-key";

// Moves everything that is sealed to a new encryption key: `npm run rotate-key`.
process.exit(await rotateKey((line) => console.log(line)));
