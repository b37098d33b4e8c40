// UsersController.hello (GET /users/hello/{name})
import { Clock, UserStore, UsersController } from "./samples.controller.ts";
import { toProblem, toReply } from "@gatewright/core/runtime";
import { pathParameters, toResult } from "@gatewright/core/runtime/http-api";

const clock = new Clock();
const userStore = new UserStore(clock);
const usersController = new UsersController(userStore, clock);

export const handler = async (event, context) => {
  try {
    const pathValues = pathParameters(event);
    return toResult(toReply(usersController.hello(pathValues.name)), event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
