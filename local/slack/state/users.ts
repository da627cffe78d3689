import type { WorkspaceContext } from "../workspace-context.ts";
import type { WorkspaceUser } from "./model.ts";

export function findUser({ state }: WorkspaceContext, id: string): WorkspaceUser | undefined {
  return state.data.users.find((user) => user.id === id);
}

export function addUser(
  { state, ids }: WorkspaceContext,
  { name, isBot, id }: Omit<WorkspaceUser, "id"> & { readonly id?: string },
): WorkspaceUser {
  const user = { id: id ?? ids.next("U"), name, isBot };
  state.change((data) => ({ ...data, users: [...data.users, user] }));
  return user;
}
