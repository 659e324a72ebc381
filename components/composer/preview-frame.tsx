"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { dressFrame } from "@/components/thread/dress-frame";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { previewFramePath } from "@/lib/url/mail-paths";
import type { SendFromComposerInput } from "@/lib/services/replies/schemas";

/**
 * The reply in a frame where nothing runs, as messages are shown: a form asks for its document, since what is not saved anywhere has
 * no address to get it from.
 */
export function PreviewFrame({ input, theme }: { input: SendFromComposerInput; theme: "light" | "dark" }) {
  const t = useTranslations("composer.preview");
  const name = useId();
  const form = useRef<HTMLFormElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(200);
  const [state, setState] = useState<"asked" | "shown" | "failed">("asked");
  const [tries, setTries] = useState(1);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let undress = () => {};
    const onLoad = () => {
      // The empty frame before the answer loads as well.
      if (element.contentDocument?.URL === "about:blank") return;
      undress();
      const dressed = dressFrame(element, { onHeight: setHeight, onFollow: () => true });
      undress = dressed?.undress ?? (() => {});
      const root = element.contentDocument?.documentElement;
      if (dressed && root) root.dataset["theme"] = theme;
      setState(dressed ? "shown" : "failed");
    };
    element.addEventListener("load", onLoad);
    form.current?.submit();
    return () => {
      element.removeEventListener("load", onLoad);
      undress();
    };
  }, [theme, tries]);
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached with the keyboard too
      tabIndex={0}
      aria-label={t("frame")}
      aria-busy={state === "asked"}
      className={cn(
        "relative max-h-[45dvh] overflow-auto rounded-2 border border-line p-3",
        theme === "dark" ? "bg-[#1b1e1d] [color-scheme:dark]" : "bg-[#fff] [color-scheme:light]",
      )}
    >
      {state === "failed" ? (
        <p
          role="alert"
          className={cn(
            "flex flex-wrap items-center gap-2 text-13",
            theme === "dark" ? "text-[#eceeec]" : "text-[#191c1b]",
          )}
        >
          {t("failed")}
          <Button
            size="sm"
            onClick={() => {
              setState("asked");
              setTries(tries + 1);
            }}
          >
            {t("again")}
          </Button>
        </p>
      ) : null}
      {state === "asked" ? <Coming theme={theme} /> : null}
      <form ref={form} method="post" action={previewFramePath} target={name} hidden>
        <input type="hidden" name="reply" value={JSON.stringify(input)} />
      </form>
      <iframe
        ref={frame}
        name={name}
        title={t("frame")}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="same-origin"
        style={{ height }}
        className={cn("w-full border-0 bg-transparent", state === "shown" ? "block" : "opacity-0")}
      />
    </section>
  );
}

/** Lines where the text will be, in the frame's own theme. */
function Coming({ theme }: { theme: "light" | "dark" }) {
  return (
    <div
      aria-hidden
      className={cn(
        "absolute inset-x-3 top-3 flex flex-col gap-2.5",
        theme === "dark" ? "text-[#eceeec]" : "text-[#191c1b]",
      )}
    >
      {["w-1/3", "w-4/5", "w-2/3"].map((width) => (
        <span key={width} className={cn("h-3 rounded-1 bg-current opacity-10", width)} />
      ))}
    </div>
  );
}
