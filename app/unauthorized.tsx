import { readWaysIn } from "@/app/sign-in-ways";
import { SignInPage } from "@/components/accounts/sign-in-page";

/** Stands in the place of a page that asks who is there, at its address. */
export default async function Unauthorized() {
  const { providers, stranger } = await readWaysIn();
  return <SignInPage {...{ providers, stranger }} next={null} />;
}
