import { SoftBreaks } from "@/components/ui/soft-breaks";

/** An address as somebody wrote it: a link only when it is a web address. */
export function WebLink({ address }: { address: string }) {
  const url = webUrl(address);
  if (!url) return <SoftBreaks text={address} />;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="inline-flex py-0.5 text-accent-text underline underline-offset-2"
    >
      <span>
        <SoftBreaks text={address.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "")} />
      </span>
    </a>
  );
}

function webUrl(address: string): string | null {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  return /^https?:\/\/[^/\s]+\.[^/\s]+/i.test(url) && URL.canParse(url) ? url : null;
}
