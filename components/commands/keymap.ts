/**
 * The keys of every command, in one place: what listens, the sheet, the palette, tooltips and menus read them here. Several
 * keys for one command stand beside each other; `g i` is one after the other; `Mod` is Ctrl, or Cmd on a Mac. Two commands
 * may share a key when they never hold at the same place, or when the later one here is what lies on top.
 */
const KEYMAP = {
  "list.next": ["j"],
  "list.previous": ["k"],
  "list.open": ["Enter", "o"],
  "list.search": ["/"],
  "list.choose": ["x"],
  "list.chooseAll": ["Mod+a"],
  "list.extendNext": ["Shift+J", "Shift+ArrowDown"],
  "list.extendPrevious": ["Shift+K", "Shift+ArrowUp"],
  "list.unchoose": ["Escape"],
  "thread.done": ["e"],
  "thread.read": ["Shift+I"],
  "thread.unread": ["Shift+U"],
  "thread.important": ["s"],
  "thread.assign": ["i"],
  "thread.take": ["Shift+M"],
  "thread.assignTo": ["Shift+A"],
  "thread.category": ["l"],
  "thread.snooze": ["b"],
  "thread.remind": ["h"],
  "thread.note": ["n"],
  "thread.task": ["Shift+T"],
  "thread.watch": ["Shift+W"],
  "thread.attach": ["t"],
  "thread.followUp": ["Shift+F"],
  "thread.lead": ["]"],
  "thread.nextMessage": ["Shift+N"],
  "thread.previousMessage": ["Shift+P"],
  "thread.openAll": [";"],
  "thread.foldAll": [":"],
  "thread.toList": ["Escape"],
  "thread.close": ["u"],
  "hits.next": ["Mod+g"],
  "hits.previous": ["Mod+Shift+g"],
  "hits.close": ["Escape"],
  "lead.close": ["Escape"],
  "reply.reply": ["r"],
  "reply.replyAll": ["a"],
  "reply.forward": ["f"],
  "reply.send": ["Mod+Enter"],
  "reply.sendDone": ["Mod+Shift+e"],
  "reply.sendNext": ["Mod+Shift+o"],
  "reply.sendRemind": ["Mod+Shift+h"],
  "reply.schedule": ["Mod+Shift+Enter"],
  "reply.putAside": ["Escape"],
  "schedule.day": ["1", "d"],
  "schedule.week": ["2", "w"],
  "schedule.month": ["3"],
  "schedule.agenda": ["4", "a"],
  "schedule.today": ["t"],
  "schedule.previous": ["["],
  "schedule.next": ["]"],
  "schedule.move": ["m"],
  "schedule.plan": ["Shift+F"],
  "review.next": ["j"],
  "review.previous": ["k"],
  "review.approve": ["a"],
  "review.edit": ["e"],
  "review.return": ["r"],
  "go.inbox": ["g i"],
  "go.schedule": ["g s"],
  "go.insights": ["g n"],
  "go.tasks": ["g k"],
  "go.notifications": ["g l"],
  "go.mine": ["g m"],
  "go.unassigned": ["g u"],
  "go.important": ["g b"],
  "go.snoozed": ["g z"],
  "go.review": ["g r"],
  "go.reminders": ["g h"],
  "go.drafts": ["g d"],
  "go.outbox": ["g o"],
  "go.sent": ["g t"],
  "go.done": ["g e"],
  "go.all": ["g a"],
  "go.settings": ["g ,"],
  "view.nextPane": ["F6"],
  "view.previousPane": ["Shift+F6"],
  "app.palette": ["Mod+K"],
  "app.shortcuts": ["?"],
  "app.undo": ["z"],
} satisfies Record<string, readonly string[]>;

export type CommandId = keyof typeof KEYMAP;

/** The keys of a command, as they are written above; none for what has no key. */
export const keysOf = (id: string): readonly string[] => (Object.hasOwn(KEYMAP, id) ? KEYMAP[id as CommandId] : []);

/** Every command that has a key. */
export const COMMAND_IDS = Object.keys(KEYMAP) as CommandId[];

const PLACES = Object.keys(KEYMAP);

/** Where a command stands above; -1 for what has no key. */
export const placeOf = (id: string): number => PLACES.indexOf(id);
