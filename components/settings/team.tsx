"use client";

import { MailPlus, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { InvitationView } from "@/lib/services/member-invitations/schemas";
import { invitationPath } from "@/lib/url/paths";
import { AddMember } from "./add-member";
import { Invitations } from "./invitations";
import { InviteMember, type SendingMailbox, type ShownLink } from "./invite-member";
import { type GivenPassword, MemberRow, type MemberItem } from "./member-row";
import { SettingsPane } from "./settings-pane";
import { ShownSecret } from "./shown-secret";
import { tableClass } from "./table-class";

type TeamProps = {
  members: MemberItem[];
  invitations: InvitationView[];
  mailboxes: SendingMailbox[];
  /** Who may see what. */
  children: ReactNode;
};

/** What is shown this once: a newer one takes its place. */
type Shown = { title: string; label: string; secret: string };

/** Everybody of the workspace, their roles, and who is new or leaves. */
export function Team({ members, invitations, mailboxes, children }: TeamProps) {
  const t = useTranslations("settings.team");
  const joining = useTranslations("joining");
  const router = useRouter();
  const [adding, setAdding] = useState(false);
  const [inviting, setInviting] = useState(false);
  const [secret, setSecret] = useState<Shown | null>(null);
  const showLink = (link: ShownLink) =>
    setSecret({
      title: joining("shownOnce", { email: link.email }),
      label: joining("linkOf", { email: link.email }),
      secret: `${window.location.origin}${invitationPath(link.secret)}`,
    });
  const showPassword = ({ name, email, password }: GivenPassword) =>
    setSecret({ title: t("shownOnce", { name, email }), label: t("passwordOf", { name }), secret: password });
  return (
    <SettingsPane
      title={t("title")}
      note={members.filter((member) => !member.deactivatedAt).length}
      actions={
        <>
          <Button icon={<MailPlus />} onClick={() => setInviting(true)}>
            {joining("invite.open")}
          </Button>
          <Button icon={<UserPlus />} onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        </>
      }
    >
      {secret ? <ShownSecret key={secret.secret} {...secret} onTaken={() => setSecret(null)} /> : null}
      <Invitations invitations={invitations} onLink={showLink} onChanged={() => router.refresh()} />
      <table className={`${tableClass.table} max-lg:table-fixed`}>
        <thead className={`${tableClass.head} max-lg:sr-only`}>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("role")}</th>
            <th scope="col">{t("lastSignIn")}</th>
            <th scope="col">
              <span className="sr-only">{t("actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} onPassword={showPassword} onChanged={() => router.refresh()} />
          ))}
        </tbody>
      </table>
      <InviteMember
        open={inviting}
        onOpenChange={setInviting}
        mailboxes={mailboxes}
        onInvited={(invited) => {
          showLink(invited);
          setInviting(false);
          router.refresh();
        }}
      />
      {children}
      <AddMember
        open={adding}
        onOpenChange={setAdding}
        onAdded={(member) => {
          showPassword(member);
          setAdding(false);
          router.refresh();
        }}
      />
    </SettingsPane>
  );
}
