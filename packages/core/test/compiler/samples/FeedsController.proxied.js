// FeedsController.proxied (GET /feeds/proxied)
import { FeedsController } from "./samples.controller.ts";
import { drain, toAnyReply, toProblem } from "@gatewright/core/runtime";
import { toResult } from "@gatewright/core/runtime/http-api";

const feedsController = new FeedsController();

export const handler = async (event, context) => {
  try {
    return toResult(await drain(await toAnyReply(await feedsController.proxied()), event), event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
