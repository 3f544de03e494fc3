# One image for every role: SALDO_ROLE is `all`, `web` or `worker`. The command line is in it, too:
#   docker compose exec web node dist/server/cli.js doctor
FROM node:24-bookworm-slim AS build
WORKDIR /saldo
# No install scripts: nothing of what is needed has to be compiled, and none of it runs here before it was looked at.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node .ci/build.mjs
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/.cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    SALDO_LISTEN=0.0.0.0 \
    SALDO_DATA_DIR=/data \
    SALDO_METRICS_PORT=9464 \
    SALDO_METRICS_LISTEN=0.0.0.0
WORKDIR /saldo
COPY --from=build /saldo/package.json ./
COPY --from=build /saldo/node_modules ./node_modules
COPY --from=build /saldo/dist ./dist
COPY --from=build /saldo/templates ./templates
# What Saldo writes: checkpoints of the journal, and with SQLite the database and its keys. The program itself stays root's.
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 4000 9464
# The operator's port answers in every role, workers included.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.SALDO_METRICS_PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--disable-warning=ExperimentalWarning", "--enable-source-maps", "--max-semi-space-size=8", "--heap-growing-percent=50", "dist/server/main.js"]
