import { decrypt, encrypt, hashSecret, reseal } from "@/lib/core/secrets";

type Sealed = { id: string; key: string | null; webhookSecret: string; signingSecret: string | null };
type Plain = { key: string | null; webhookSecret: string; signingSecret: string | null };

/** A connection's secrets in the clear, for whoever calls Smartlead or is called by it. Never logged, never returned by a verb. */
export function smartleadSecrets({ id, key, webhookSecret, signingSecret }: Sealed): Plain {
  return {
    key: key === null ? null : decrypt(key, contextOf(id, "key")),
    webhookSecret: decrypt(webhookSecret, contextOf(id, "webhook")),
    signingSecret: signingSecret === null ? null : decrypt(signingSecret, contextOf(id, "signing")),
  };
}

/** The columns of a key that was pasted: sealed to this connection, its end to recognise it by, and its hash. */
export const sealKey = (id: string, key: string) => ({
  key: encrypt(key, contextOf(id, "key")),
  keyHint: key.slice(-4),
  keyHash: smartleadKeyHash(key),
});

/** The columns of the secret that stands in the webhook's address. */
export const sealWebhookSecret = (id: string, secret: string) => ({
  webhookSecret: encrypt(secret, contextOf(id, "webhook")),
  webhookHash: webhookSecretHash(secret),
});

export const sealSigningSecret = (id: string, secret: string) => ({
  signingSecret: encrypt(secret, contextOf(id, "signing")),
});

/** A connection's secrets moved to the present key: only those that lie under the former one. @throws when one can be read with neither */
export function resealSmartlead({ id, key, webhookSecret, signingSecret }: Sealed) {
  const moved = (sealed: string | null, part: Part) => sealed && reseal(sealed, contextOf(id, part));
  const [newKey, newWebhook, newSigning] = [
    moved(key, "key"),
    moved(webhookSecret, "webhook"),
    moved(signingSecret, "signing"),
  ];
  return {
    ...(newKey ? { key: newKey } : {}),
    ...(newWebhook ? { webhookSecret: newWebhook } : {}),
    ...(newSigning ? { signingSecret: newSigning } : {}),
  };
}

/** By what a key's calls are counted, and by what the connection of a webhook is found. Neither depends on ENCRYPTION_KEY. */
export const smartleadKeyHash = (key: string): string => hashSecret(`smartlead key ${key}`);
export const webhookSecretHash = (secret: string): string => hashSecret(`smartlead webhook ${secret}`);

type Part = "key" | "webhook" | "signing";

const contextOf = (id: string, part: Part) => `smartlead:${id}:${part}`;
