import { resourceRule, type Rule } from "../../authoring/rule";

const userPoolClient = "aws:cognito/userPoolClient:UserPoolClient";
const managedClient = "aws:cognito/managedUserPoolClient:ManagedUserPoolClient";
/** A client that the program creates, and one that a service created and the program took over. */
const clients: readonly string[] = [userPoolClient, managedClient];

/** Plain HTTP to any host but the user's own machine. */
const plainHttp = /^http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])([:/?#]|$))/i;

const callbackHttps = resourceRule("cognito-callback-https", {
  // Both kinds of client take the same redirect URLs.
  types: clients,
  check: (resource) => {
    for (const path of ["callbackUrls", "logoutUrls"]) {
      resource.expect(
        resource.get(path).every((url) => url.matches(plainHttp).not()),
        "a redirect URL of the app client is plain HTTP",
      );
    }
  },
});

export const clientRules: readonly Rule[] = [callbackHttps];
