"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { usePdf, type Pdf } from "./use-pdf";

type PdfPagesProps = { attachmentId: string; fileName: string };

/** A PDF drawn page by page as they come into view, each with its text for those who do not see it. Nothing in it runs or leads anywhere. */
export function PdfPages({ attachmentId, fileName }: PdfPagesProps) {
  const t = useTranslations("thread.files");
  const { pdf, hasFailed } = usePdf(attachmentId);
  if (hasFailed)
    return (
      <p role="alert" className="p-6 text-center text-13 text-text-2">
        {t("pdfFailed")}
      </p>
    );
  if (!pdf) return <p className="p-6 text-center text-13 text-text-2">{t("reading")}</p>;
  return (
    <ol aria-label={fileName} className="flex flex-col items-center gap-3 p-3">
      {Array.from({ length: pdf.numPages }, (_, index) => (
        <li key={index} className="w-full max-w-3xl">
          <PdfPage pdf={pdf} number={index + 1} />
        </li>
      ))}
    </ol>
  );
}

function PdfPage({ pdf, number }: { pdf: Pdf; number: number }) {
  const t = useTranslations("thread.files");
  const canvas = useRef<HTMLCanvasElement>(null);
  const { text, ratio } = useDrawnPage(pdf, number, canvas);
  const label = t("page", { number, count: pdf.numPages });
  return (
    <>
      <canvas
        ref={canvas}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas has no role of its own
        role="img"
        aria-label={label}
        data-page={number}
        style={{ aspectRatio: String(ratio) }}
        className="bg-white block w-full shadow-1"
      />
      {text ? <p className="sr-only">{text}</p> : null}
    </>
  );
}

/** A4 upright until a page says otherwise. */
const USUAL_RATIO = 210 / 297;

function useDrawnPage(pdf: Pdf, number: number, canvas: React.RefObject<HTMLCanvasElement | null>) {
  const [text, setText] = useState("");
  const [ratio, setRatio] = useState(USUAL_RATIO);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let stop = () => {};
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        stop = draw(pdf, number, element, { setText, setRatio });
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [pdf, number, canvas]);
  return { text, ratio };
}

type Told = { setText: (text: string) => void; setRatio: (ratio: number) => void };

function draw(pdf: Pdf, number: number, canvas: HTMLCanvasElement, told: Told): () => void {
  let isWanted = true;
  let cancel = () => {};
  const drawn = async () => {
    const page = await pdf.getPage(number);
    const size = page.getViewport({ scale: 1 });
    if (!isWanted) return;
    told.setRatio(size.width / size.height);
    const width = Math.min(canvas.clientWidth * Math.min(window.devicePixelRatio, 2), MOST_PIXELS);
    const viewport = page.getViewport({ scale: Math.min(width / size.width, MOST_PIXELS / size.height) });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = page.render({ canvas, viewport });
    cancel = () => task.cancel();
    await task.promise;
    canvas.dataset["drawn"] = "";
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");
    if (isWanted) told.setText(text.slice(0, 20_000));
  };
  // A page that cannot be drawn stays white; the others are drawn all the same.
  drawn().catch(() => undefined);
  return () => {
    isWanted = false;
    cancel();
  };
}

const MOST_PIXELS = 3_000;
