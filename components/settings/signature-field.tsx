"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { late } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";

const SignatureEditor = late(
  () => import("@/components/editor/signature-editor").then((file) => file.SignatureEditor),
  <Skeleton className="h-36 w-full" />,
);

/** What the text editor has no word for, and would drop. */
const RICH = /<(table|font|h[1-6]|hr|pre)\b|\sstyle\s*=/i;

/** A signature, in the text editor, or as HTML where it has more than that editor keeps. What is written goes along as a form's field. */
export function SignatureField({ initialHtml, error }: { initialHtml: string; error: string | undefined }) {
  const t = useTranslations("mailbox.settings");
  const id = useId();
  const [html, setHtml] = useState(initialHtml);
  const [isHtml, setIsHtml] = useState(() => RICH.test(initialHtml));
  const isRich = RICH.test(html);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={isHtml ? id : undefined} className="text-12 font-medium text-text">
          {t("signature")}
        </label>
        {isHtml && isRich ? null : (
          <Button type="button" variant="link" size="sm" onClick={() => setIsHtml(!isHtml)}>
            {isHtml ? t("asText") : t("asHtml")}
          </Button>
        )}
      </div>
      {isHtml ? null : <input type="hidden" name="signatureHtml" value={html} />}
      {isHtml ? (
        <Textarea
          id={id}
          name="signatureHtml"
          aria-describedby={`${id}-hint`}
          rows={7}
          value={html}
          onChange={(event) => setHtml(event.target.value)}
          className="font-mono text-12"
        />
      ) : (
        <SignatureEditor
          initialHtml={html}
          label={t("signature")}
          placeholder={t("signaturePlaceholder")}
          onChange={setHtml}
        />
      )}
      {error ? <FieldError>{error}</FieldError> : null}
      <p id={`${id}-hint`} className="text-12 text-text-3">
        {isHtml && isRich ? t("htmlHint") : t("signatureHint")}
      </p>
    </div>
  );
}
