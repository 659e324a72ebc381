import { escapeHtml } from "@/lib/domain/plain-text";
import { paragraphs } from "./forms";

type Design = {
  brand: string;
  title: string;
  items: readonly string[];
  button: string;
  address: string;
  unsubscribe: string;
};

/** A designed mail as campaign tools send it: tables, a coloured head, a remote picture and an invisible one. */
export function newsletterHtml({ brand, title, items, button, address, unsubscribe }: Design): string {
  const rows = items
    .map(
      (item) =>
        `<tr><td style="padding:12px 24px;border-bottom:1px solid #e3e3dd;font-size:15px;line-height:22px">${escapeHtml(item)}</td></tr>`,
    )
    .join("");
  return `<html><body style="margin:0;background-color:#f1f0ea"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background-color:#f1f0ea"><tr><td align="center"><table role="presentation" width="600" cellpadding="0" cellspacing="0" style="background-color:#ffffff;font-family:Georgia,serif;color:#23261f"><tr><td style="background-color:#2f4a3a;color:#ffffff;padding:20px 24px;font-size:20px">${escapeHtml(brand)}</td></tr><tr><td style="padding:24px 24px 8px 24px"><h1 style="font-size:24px;line-height:30px;margin:0">${escapeHtml(title)}</h1></td></tr><tr><td style="padding:0 24px"><img src="https://pictures.${address.split("@")[1]}/head.png" width="552" height="180" alt="${escapeHtml(title)}"></td></tr>${rows}<tr><td style="padding:24px"><a href="https://${address.split("@")[1]}/read" style="background-color:#2f4a3a;color:#ffffff;padding:10px 18px;text-decoration:none">${escapeHtml(button)}</a></td></tr><tr><td style="padding:16px 24px;color:#77796f;font-size:12px">${escapeHtml(brand)} · <a href="${unsubscribe}">Unsubscribe</a></td></tr></table></td></tr></table><img src="https://count.${address.split("@")[1]}/o.gif" width="1" height="1" alt=""></body></html>`;
}

/** Our own letter on letter paper: the campaign's first step where it is an invitation. */
export function invitationHtml(body: string, dir: "ltr" | "rtl"): string {
  return `<table role="presentation" width="600" cellpadding="0" cellspacing="0" dir="${dir}" style="border:1px solid #d9dcd2;font-family:Helvetica,Arial,sans-serif;color:#20241c"><tr><td style="background-color:#dfe8c8;padding:14px 24px;font-size:18px;font-weight:bold">Wattlark</td></tr><tr><td style="padding:16px 24px;font-size:15px;line-height:22px">${paragraphs(body)}</td></tr><tr><td style="padding:12px 24px;border-top:1px solid #d9dcd2;color:#6b7063;font-size:12px">Wattlark · clip-on meters for machines · <a href="https://wattlark.test/webinar">wattlark.test</a></td></tr></table>`;
}
