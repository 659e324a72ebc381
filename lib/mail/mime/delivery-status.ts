/** What one group of a message/delivery-status part says (RFC 3464 §2.3). */
type DeliveryStatus = { recipient: string; action: string; status: string; diagnostic: string };

/** The recipients of a message/delivery-status part. Tolerant: missing blank lines, stray folding, unknown address types. */
export function deliveryStatusesOf(part: string): DeliveryStatus[] {
  const found: DeliveryStatus[] = [];
  let current: Map<string, string> | null = null;
  const close = () => {
    const recipient = current
      ? addressOf(current.get("original-recipient")) || addressOf(current.get("final-recipient"))
      : "";
    if (current && recipient !== "") {
      found.push({
        recipient,
        action: (current.get("action") ?? "").toLowerCase().split(/[\s(]/u)[0] ?? "",
        status: /\b[245]\.\d{1,3}\.\d{1,3}\b/u.exec(current.get("status") ?? "")?.[0] ?? "",
        diagnostic: (current.get("diagnostic-code") ?? "")
          .slice(0, 4000)
          .replace(/^[\w-]+\s*;\s*/u, "")
          .replace(/\s+/gu, " ")
          .trim(),
      });
    }
  };
  for (const line of part
    .replace(/\r\n?/gu, "\n")
    .replace(/\n[ \t]+(?=\S)/gu, " ")
    .split("\n")) {
    const field = /^([\w-]+)\s*:\s*(.*)$/su.exec(line);
    if (line.trim() === "") {
      close();
      current = new Map();
    } else if (field) {
      const name = (field[1] ?? "").toLowerCase();
      // Some reports run the groups together; a second recipient of the same kind starts a new one.
      if (current?.has(name) && name.endsWith("-recipient")) {
        close();
        current = new Map();
      }
      current ??= new Map();
      if (!current.has(name)) current.set(name, field[2] ?? "");
    }
  }
  close();
  return found;
}

/** "rfc822; <ana@lead.test>" → "ana@lead.test"; empty for X.400 names and the like. */
function addressOf(value = ""): string {
  return (
    /(?<![^\s<>;:"'(),@])[^\s<>;:"'(),@]+@[^\s<>;:"'(),@]+/u
      .exec(value.slice(0, 1000).replace(/^[\w-]+\s*;\s*/u, ""))?.[0]
      .replace(/\.$/u, "") ?? ""
  );
}
