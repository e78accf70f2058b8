import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";
import { bucketOf, noPhi } from "../testing/s3";

const processor = (properties: CaseProperties = {}) =>
  resource("aws:rekognition/streamProcessor:StreamProcessor", properties);
const home = { settings: { connectedHome: { labels: ["PERSON"] } } };
const store = (type: string, properties: CaseProperties = {}) => resource(type, properties, { name: "store" });
const video = "aws:kinesis/videoStream:VideoStream";
const stream = "aws:kinesis/stream:Stream";
const from = (arn: unknown) => ({ input: { kinesisVideoStream: { arn } } });
const to = (arn: unknown) => ({ output: { kinesisDataStream: { arn } } });

export const rekognitionCases: ServiceCases = {
  "rekognition-stream-processor": [
    pass("a wired key", processor({ ...home, kmsKeyId: unknown })),
    pass("a search for faces, which stores nothing", processor({ settings: { faceSearch: { collectionId: "a" } } })),
    pass("sharing refused", processor({ ...home, kmsKeyId: "key", dataSharingPreference: { optIn: false } })),
    fault("no key", processor(home)),
    fault("AWS's own key", processor({ ...home, kmsKeyId: "alias/aws/rekognition" })),
    fault("shared", processor({ ...home, kmsKeyId: "key", dataSharingPreference: { optIn: true } })),
    fault("shared by a search for faces", processor({ dataSharingPreference: { optIn: "true" } })),
    undecided("sharing known on update", processor({ dataSharingPreference: { optIn: unknown } })),
  ],
  "rekognition-sources-encrypted": [
    pass("video in scope", [processor(from(ref("store", "arn"))), store(video)]),
    pass("video of another stack", processor(from("arn:aws:kinesisvideo:us-east-1:111122223333:stream/a/1"))),
    fault("video out of scope", [processor(from(ref("store", "arn"))), store(video, noPhi)]),
    fault("results out of scope", [processor(to(ref("store", "arn"))), store(stream, noPhi)]),
    fault("results in a bucket out of scope", [
      processor({ output: { s3Destination: { bucket: ref("phi", "bucket") } } }),
      bucketOf(noPhi),
    ]),
    undecided("video known on update", [processor(from(unknown)), store(video, noPhi)]),
  ],
};
