// Canaries: values that must be found in no page, chunk, answer or log.
export const SANDBOX_PASSWORD = "canary-Password-5f1e0c2a77";
export const SANDBOX_API_KEY = "canary-ApiKey-91c3d8e4b2f60a";
