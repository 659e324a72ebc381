import { FileX, Mail, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { fileSize } from "@/components/composer/file-size";
import { IconButton } from "@/components/ui/icon-button";
import type { ChosenFile } from "./use-mail-files";

type ChosenMailFilesProps = { chosen: ChosenFile[]; isFixed: boolean; onRemove: (file: File) => void };

/** What was chosen: how many messages lie in each file, or that it is no mail. */
export function ChosenMailFiles({ chosen, isFixed, onRemove }: ChosenMailFilesProps) {
  const t = useTranslations("import.pastMail.files");
  const locale = useLocale();
  return (
    <ul aria-label={t("chosen")} className="flex max-h-80 flex-col overflow-y-auto rounded-3 border border-line">
      {chosen.map(({ file, cut }) => (
        <li
          key={`${file.name} ${file.size} ${file.lastModified}`}
          className="flex items-center gap-2.5 border-b border-line px-3 py-1.5 last:border-b-0 [&>svg]:size-[15px] [&>svg]:shrink-0 [&>svg]:stroke-[1.75]"
        >
          {cut ? <Mail aria-hidden className="text-text-2" /> : <FileX aria-hidden className="text-bad" />}
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium" title={file.name}>
              {file.name}
            </span>
            <span className={cut && cut.messages > 0 ? "text-12 text-text-2" : "text-12 text-bad"}>
              {cut
                ? t("facts", { messages: cut.messages, tooLarge: cut.tooLarge, size: fileSize(file.size, locale) })
                : t("noMail")}
            </span>
          </span>
          <IconButton label={t("remove", { name: file.name })} disabled={isFixed} onClick={() => onRemove(file)}>
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
