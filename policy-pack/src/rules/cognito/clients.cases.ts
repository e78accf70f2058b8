import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const client = (properties: Record<string, unknown> = {}) =>
  resource("aws:cognito/userPoolClient:UserPoolClient", properties);
const managed = (properties: Record<string, unknown> = {}) =>
  resource("aws:cognito/managedUserPoolClient:ManagedUserPoolClient", properties);

export const clientCases: ServiceCases = {
  "cognito-callback-https": [
    pass(
      "HTTPS",
      client({ callbackUrls: ["https://portal.example.org/in"], logoutUrls: ["https://portal.example.org"] }),
    ),
    pass("an app's own scheme", client({ callbackUrls: ["clinic://signed-in"] })),
    pass("the developer's machine", [
      client({ callbackUrls: ["http://localhost:3000/in", "http://127.0.0.1", "http://[::1]:8080/"] }),
    ]),
    pass("no URLs", client()),
    fault("a callback over HTTP", client({ callbackUrls: ["https://a.example.org", "http://portal.example.org/in"] })),
    fault("a logout over HTTP", client({ logoutUrls: ["http://portal.example.org"] })),
    fault("a host that only begins with localhost", client({ callbackUrls: ["http://localhost.example.org/"] })),
    fault("a client that a service created", managed({ callbackUrls: ["http://search.example.org"] })),
    fault("HTTP beside an unknown", client({ callbackUrls: [unknown, "http://portal.example.org/in"] })),
    undecided("a URL known on update", client({ callbackUrls: ["https://portal.example.org", unknown] })),
  ],
};
