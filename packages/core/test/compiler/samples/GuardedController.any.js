// GuardedController.any (ANY /guarded/any)
import { GuardedController, GuardedController_Catch as catchArgument, GuardedController_Use as useArgument } from "./samples.controller.ts";
import { drain, httpContext, runMiddleware, toCaught, toProblem, toReply, withoutBody } from "@gatewright/core/runtime";
import { method, request, toResult } from "@gatewright/core/runtime/http-api";

const route = {"id":"GuardedController.any","method":"ANY","path":"/guarded/any"};
const guardedController = new GuardedController();
const layers = [useArgument];
const mappings = [[[catchArgument, 404]]];

const answer = async (event, context, http) => {
  return toReply(guardedController.any());
};

export const handler = async (event, context) => {
  try {
    const http = httpContext(request(event, route), context, route);
    const reply = await runMiddleware(layers, http, () => answer(event, context, http), (error) => toCaught(error, mappings, context, () => http));
    return toResult(await drain(await withoutBody(reply, method(event)), event), event);
  } catch (error) {
    return toResult(await withoutBody(toProblem(error, context), method(event)), event);
  }
};
