/** Which connection something belongs to. */
export type ConnectionRef = { id: string; workspaceId: string };
