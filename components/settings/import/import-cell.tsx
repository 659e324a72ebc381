"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { SECRET_FIELDS } from "@/lib/domain/import-columns";

type ImportCellProps = {
  cell: string;
  head: string;
  field: string | null;
  isWrong: boolean;
  describedBy: string;
  line: number;
  onEdit: (value: string) => void;
};

/** One cell of the file; what is wrong in it can be set right at once. */
export function ImportCell({ cell, head, field, isWrong, describedBy, line, onEdit }: ImportCellProps) {
  const t = useTranslations("import");
  const isSecret = field !== null && SECRET_FIELDS.includes(field);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (isSecret ? "" : cell);
  const done = () => {
    if (typed !== null && typed !== cell) onEdit(typed);
  };
  if (!isWrong)
    return (
      <td>
        <span className={cn("block max-w-56 truncate", field === null ? "text-text-3" : "text-text")}>{cell}</span>
      </td>
    );
  return (
    <td>
      <Input
        type={isSecret ? "password" : "text"}
        autoComplete="off"
        spellCheck={false}
        aria-label={t("cellOf", { column: head, line })}
        aria-invalid
        aria-describedby={describedBy}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={done}
        onKeyDown={({ key }) => key === "Enter" && done()}
        className="min-w-36"
      />
    </td>
  );
}
