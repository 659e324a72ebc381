"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ServerFields } from "./server-fields";
import type { ServerValues } from "./use-server-values";

type Props = {
  values: ServerValues;
  address: string;
  /** Opens it until somebody has folded it. */
  isOpen: boolean;
  keepsPassword: boolean | null;
  errorOf: (path: string) => string | undefined;
};

const FIELDS = ["Host", "Port", "Security", "User"].flatMap((field) => [`imap${field}`, `smtp${field}`]);

/** Both servers, folded away while they need nobody; what is wrong in them opens them. */
export function ServersFolded({ values, address, isOpen, keepsPassword, errorOf }: Props) {
  const t = useTranslations("mailbox.form");
  const [wish, setWish] = useState<boolean | null>(null);
  const isWrong = [...FIELDS, "smtpPassword"].some((field) => errorOf(field) !== undefined);
  // What was opened by a mistake stays open while it is put right.
  if (isWrong && wish !== true) setWish(true);
  const open = isWrong || (wish ?? isOpen);
  const [imap, smtp] = [values.shown("imap"), values.shown("smtp")];
  const side = { values, address, keepsPassword, errorOf };
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== open) setWish(currentTarget.open);
      }}
      className="group"
    >
      <summary className="flex cursor-pointer list-none items-center gap-1.5 text-13 font-medium touch:min-h-control-touch">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-text-3 group-open:rotate-90" />
        {t("servers")}
        {imap && smtp ? (
          <span className="min-w-0 truncate text-12 font-regular text-text-3 group-open:hidden">
            {t("serversGiven", { imap, smtp })}
          </span>
        ) : null}
      </summary>
      <div className="mt-4 flex flex-col gap-6">
        <ServerFields side="imap" {...side} />
        <ServerFields side="smtp" {...side} />
      </div>
    </details>
  );
}
