import type { GuildContext } from "../guild-context.ts";
import type { GuildUser } from "./model.ts";

export function addUser({ state }: GuildContext, user: GuildUser): GuildUser {
  state.change((data) => ({ ...data, users: [...data.users, user] }));
  return user;
}

export function changeUser(
  { state }: GuildContext,
  id: string,
  toNext: (user: GuildUser) => GuildUser,
): void {
  state.change((data) => ({
    ...data,
    users: data.users.map((user) => (user.id === id ? toNext(user) : user)),
  }));
}
