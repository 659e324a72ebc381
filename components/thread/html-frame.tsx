"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useAfterPaint } from "@/components/ui/use-after-paint";
import type { MessageView } from "@/lib/domain/thread-view";
import { framePath } from "@/lib/url/mail-paths";
import { dressFrame } from "./dress-frame";
import { likelyHeight } from "./likely-height";
import { rememberedHeight, rememberHeight } from "./remembered-heights";

/**
 * The HTML of a message, in a frame where nothing runs. The page around it measures it (scripts of its own it has none), gives
 * it the theme and passes its keys on. Designed mail keeps a light card in every theme.
 */
export function HtmlFrame({ message, isNear }: { message: MessageView; isNear: boolean }) {
  const t = useTranslations("thread.message");
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(() => rememberedHeight(message.id) ?? likelyHeight(message));
  const [state, setState] = useState<"reading" | "shown" | "failed">("reading");

  const messageId = message.id;
  // A frame costs as much as all else of a thread: who opens one sees first who wrote, and when.
  const isHere = useAfterPaint();

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let undress = () => {};
    const onLoad = () => {
      undress();
      const dressed = dressFrame(element, (drawn) => {
        rememberHeight(messageId, drawn);
        setHeight(drawn);
      });
      undress = dressed ?? (() => {});
      setState(dressed ? "shown" : "failed");
    };
    // A frame that the server drew may have loaded before this page woke up.
    const { contentDocument } = element;
    if (contentDocument?.readyState === "complete" && contentDocument.URL !== "about:blank") onLoad();
    element.addEventListener("load", onLoad);
    return () => {
      element.removeEventListener("load", onLoad);
      undress();
    };
  }, [messageId, isHere]);

  return (
    <>
      {state === "failed" ? (
        <p className="flex items-center gap-2 text-12 text-bad">
          {t("frameFailed")}
          <Button size="sm" onClick={() => frame.current?.setAttribute("src", framePath(message.id))}>
            {t("again")}
          </Button>
        </p>
      ) : null}
      {isHere ? null : <div style={{ height }} />}
      {isHere ? (
        <iframe
          ref={frame}
          title={t("frame")}
          src={framePath(message.id)}
          loading={isNear ? "eager" : "lazy"}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          style={{ height }}
          className={cn(
            "w-full border-0 transition-opacity duration-1",
            message.isDesigned ? "rounded-2 bg-[#fff] [color-scheme:light]" : "bg-transparent",
            state === "reading" && "opacity-0",
            state === "failed" ? "hidden" : "block",
          )}
        />
      ) : null}
    </>
  );
}
