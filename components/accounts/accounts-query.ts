import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/ui/api";
import type {
  InvitationList,
  LinkList,
  Me,
  MemberList,
  SessionList,
  TokenList,
} from "@/lib/contracts/accounts";

const list = <T>(name: string) =>
  queryOptions({
    queryKey: ["accounts", name],
    queryFn: ({ signal }) => getJson<T>(`/api/${name}`, signal),
  });

export const meOptions = list<Me>("me");
export const sessionsOptions = list<SessionList>("me/sessions");
export const membersOptions = list<MemberList>("members");
export const invitationsOptions = list<InvitationList>("invitations");
export const tokensOptions = list<TokenList>("tokens");
export const linksOptions = list<LinkList>("links");
