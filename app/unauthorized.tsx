import { getProviders } from "@/app/_server/providers";
import { SignInPage } from "@/components/accounts/sign-in-page";

/** Stands in the place of a page that asks who is there, at its address. */
export default async function Unauthorized() {
  return <SignInPage providers={await getProviders()} />;
}
