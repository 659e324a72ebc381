import { useEffect, useState } from "react";
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { fetchFile } from "@/lib/queries/files";
import { pdfPartsPath } from "@/lib/url/mail-paths";

export type Pdf = PDFDocumentProxy;

/** Reads a PDF in a worker of the browser. What it brings along (scripts, forms, links, files) stays untouched. */
export function usePdf(attachmentId: string): { pdf: Pdf | null; hasFailed: boolean } {
  const [pdf, setPdf] = useState<Pdf | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const stopping = new AbortController();
    let close = () => {};
    const read = async () => {
      const data = await fetchFile(attachmentId, stopping.signal);
      if (stopping.signal.aborted) return;
      const task = open(data);
      close = () => void task.destroy();
      setPdf(await task.promise);
    };
    read().catch(() => {
      if (!stopping.signal.aborted) setFailed(true);
    });
    return () => {
      stopping.abort();
      close();
    };
  }, [attachmentId]);
  return { pdf, hasFailed };
}

function open(data: ArrayBuffer) {
  GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/legacy/build/pdf.worker.min.mjs", import.meta.url).href;
  return getDocument({
    data,
    cMapUrl: pdfPartsPath("cmaps"),
    standardFontDataUrl: pdfPartsPath("standard_fonts"),
    wasmUrl: pdfPartsPath("wasm"),
    iccUrl: pdfPartsPath("iccs"),
    enableXfa: false,
    verbosity: 0,
  });
}
