// FeedsController.ticks (GET /feeds/ticks)
import { FeedsController } from "./samples.controller.ts";
import { streamReply, toEventStream, toProblem } from "@gatewright/core/runtime";
import { match, toResult } from "@gatewright/core/runtime/function-url";

const route = {"id":"FeedsController.ticks","method":"GET","path":"/feeds/ticks"};
const feedsController = new FeedsController();

export const handler = streamReply(async (event, context) => {
  try {
    match(event, route);
    return await toEventStream(await feedsController.ticks());
  } catch (error) {
    return toProblem(error, context);
  }
}, toResult);
