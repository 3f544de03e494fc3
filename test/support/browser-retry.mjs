// A real browser on a busy machine is late now and then. One more try, with the first failure printed, so that it is seen and counted.
import { jest } from "@jest/globals";

jest.retryTimes(1, { logErrorsBeforeRetry: true });
