import {
  AtSign,
  Ban,
  FileUp,
  KeyRound,
  LayoutTemplate,
  Megaphone,
  Split,
  ScrollText,
  MessageSquareDiff,
  Tag,
  User,
  Users,
  Waypoints,
  type LucideIcon,
} from "lucide-react";
import type { Permission } from "@/lib/domain/permissions";
import { paths } from "@/lib/url/paths";

export type SettingsPage = {
  key:
    | "profile"
    | "templates"
    | "apiKeys"
    | "mailboxes"
    | "campaigns"
    | "smartlead"
    | "team"
    | "assignment"
    | "categories"
    | "approval"
    | "blocks"
    | "imports"
    | "audit";
  href: string;
  icon: LucideIcon;
  needs: Permission;
};

/** The pages of the settings, and what a role needs to have them. */
export const SETTINGS_GROUPS: { key: "yours" | "workspace"; pages: SettingsPage[] }[] = [
  {
    key: "yours",
    pages: [
      { key: "profile", href: paths.profile, icon: User, needs: "thread.read" },
      { key: "templates", href: paths.templates, icon: LayoutTemplate, needs: "template.use" },
      { key: "apiKeys", href: paths.apiKeys, icon: KeyRound, needs: "apiKey.own" },
    ],
  },
  {
    key: "workspace",
    pages: [
      { key: "mailboxes", href: paths.mailboxes, icon: AtSign, needs: "mailbox.manage" },
      { key: "campaigns", href: paths.campaigns, icon: Megaphone, needs: "campaign.manage" },
      { key: "smartlead", href: paths.smartlead, icon: Waypoints, needs: "smartlead.manage" },
      { key: "team", href: paths.team, icon: Users, needs: "team.manage" },
      { key: "assignment", href: paths.assignment, icon: Split, needs: "rule.manage" },
      { key: "imports", href: paths.imports, icon: FileUp, needs: "import.run" },
      { key: "categories", href: paths.categories, icon: Tag, needs: "category.manage" },
      { key: "approval", href: paths.approval, icon: MessageSquareDiff, needs: "rule.manage" },
      { key: "blocks", href: paths.blocks, icon: Ban, needs: "block.manage" },
      { key: "audit", href: paths.audit, icon: ScrollText, needs: "audit.read" },
    ],
  },
];
