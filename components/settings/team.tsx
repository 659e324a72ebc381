"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { AddMember } from "./add-member";
import { MemberRow, type MemberItem } from "./member-row";
import { SettingsPane } from "./settings-pane";
import { ShownSecret } from "./shown-secret";
import { tableClass } from "./table-class";

/** Everybody of the workspace, their roles, and who is new or leaves. */
export function Team({ members, children }: { members: MemberItem[]; children?: ReactNode }) {
  const t = useTranslations("settings.team");
  const router = useRouter();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<{ name: string; email: string; password: string } | null>(null);
  return (
    <SettingsPane
      title={t("title")}
      note={members.filter((member) => !member.deactivatedAt).length}
      actions={
        <Button icon={<UserPlus />} onClick={() => setAdding(true)}>
          {t("add")}
        </Button>
      }
    >
      {added ? (
        <ShownSecret
          title={t("shownOnce", { name: added.name, email: added.email })}
          label={t("passwordOf", { name: added.name })}
          secret={added.password}
          onTaken={() => setAdded(null)}
        />
      ) : null}
      <table className={tableClass.table}>
        <thead className={`${tableClass.head} max-md:sr-only`}>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("role")}</th>
            <th scope="col" className={tableClass.wideOnly}>
              {t("lastSignIn")}
            </th>
            <th scope="col">
              <span className="sr-only">{t("actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} onChanged={() => router.refresh()} />
          ))}
        </tbody>
      </table>
      {children}
      <AddMember
        open={adding}
        onOpenChange={setAdding}
        onAdded={(member) => {
          setAdded(member);
          setAdding(false);
          router.refresh();
        }}
      />
    </SettingsPane>
  );
}
