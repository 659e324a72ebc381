type Messages = Record<string, unknown>;

/** The texts of some namespaces ("inbox") or parts of them ("settings.pages"), as they stand in the whole. */
export function pickMessages(messages: Messages, names: readonly string[]): Messages {
  const picked: Messages = {};
  for (const name of names) {
    const [namespace, part] = name.split(".") as [string, string?];
    const whole = messages[namespace];
    picked[namespace] = part ? { ...(picked[namespace] as Messages), [part]: (whole as Messages)[part] } : whole;
  }
  return picked;
}
