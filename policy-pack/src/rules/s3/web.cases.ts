import { fault, pass, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { bucketOf, bucketV2Of, companion, noPhi } from "../../testing/s3";

const website = (properties: Record<string, unknown>, module = "bucketWebsiteConfiguration") =>
  companion(module, properties, "website");
const index = { indexDocument: { suffix: "index.html" } };
const cors = (allowedOrigins: unknown, module = "bucketCorsConfiguration") =>
  companion(module, { corsRules: [{ allowedMethods: ["GET"], allowedOrigins }] }, "cors");

export const webCases: ServiceCases = {
  "s3-no-website-hosting": [
    pass("no website", bucketOf()),
    pass("a website without PHI", [bucketOf(noPhi), website(index)]),
    pass("a redirect to https", [bucketOf(), website({ redirectAllRequestsTo: { hostName: "h", protocol: "https" } })]),
    pass("an inline redirect to https", bucketOf({ website: { redirectAllRequestsTo: "https://example.com" } })),
    pass("an inline website without PHI", bucketOf({ website: { indexDocument: "index.html" }, ...noPhi })),
    pass("what the provider computes", bucketOf({}, "phi", { website: unknown })),
    fault("a website", [bucketOf(), website(index)], { at: ["website"] }),
    fault("the deprecated twin", [bucketV2Of(), website(index, "bucketWebsiteConfigurationV2")], { at: ["website"] }),
    fault("a redirect to http", [bucketOf(), website({ redirectAllRequestsTo: { hostName: "h", protocol: "http" } })], {
      at: ["website"],
    }),
    fault("a redirect that keeps the protocol", [bucketOf(), website({ redirectAllRequestsTo: { hostName: "h" } })], {
      at: ["website"],
    }),
    fault("the inline form", bucketOf({ website: { indexDocument: "index.html" } })),
    fault("the inline form of the twin", bucketV2Of({ websites: [{ indexDocument: "index.html" }] })),
    fault("a website of a bucket of another stack", website({ bucket: "elsewhere", ...index }), { at: ["website"] }),
    undecided(
      "a protocol known on update",
      [bucketOf(), website({ redirectAllRequestsTo: { hostName: "h", protocol: unknown } })],
      { at: ["website"] },
    ),
    undecided("a bucket known on update", website({ bucket: unknown, ...index }), { at: ["website"] }),
  ],
  "s3-cors-restricted": [
    fault(
      "the second of two rules",
      bucketOf({ corsRules: [{ allowedOrigins: ["https://a.example"] }, { allowedOrigins: ["*"] }] }),
    ),
    fault(
      "the second of two rules of a configuration",
      [
        bucketOf(),
        companion(
          "bucketCorsConfiguration",
          { corsRules: [{ allowedOrigins: ["https://a.example"] }, { allowedOrigins: ["*"] }] },
          "cors",
        ),
      ],
      { at: ["cors"] },
    ),

    pass("one exact origin", [bucketOf(), cors(["https://app.example.com"])]),
    pass("no PHI", [bucketOf(noPhi), cors(["*"])]),
    pass("no CORS", bucketOf()),
    pass("the inline form", bucketOf({ corsRules: [{ allowedOrigins: ["https://app.example.com:8443"] }] })),
    fault("any origin", [bucketOf(), cors(["*"])], { at: ["cors"] }),
    fault("one of two origins", [bucketOf(), cors(["https://app.example.com", "https://*.example.com"])], {
      at: ["cors"],
    }),
    fault("plain http", [bucketOf(), cors(["http://app.example.com"])], { at: ["cors"] }),
    fault("no origins", [bucketOf(), cors([])], { at: ["cors"] }),
    fault("any origin beside an unknown one", [bucketOf(), cors([unknown, "*"])], { at: ["cors"] }),
    fault("the deprecated twin", [bucketV2Of(), cors(["*"], "bucketCorsConfigurationV2")], { at: ["cors"] }),
    fault("any origin inline", bucketV2Of({ corsRules: [{ allowedOrigins: ["*"] }] })),
    undecided("an origin known on update", [bucketOf(), cors([unknown])], { at: ["cors"] }),
    undecided("tags known on update", [bucketOf({ tags: unknown }), cors(["*"])], { at: ["cors"] }),
  ],
};
