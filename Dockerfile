# One process of the service. Its root may be read-only: it writes to its database and, while it starts, to /tmp.
FROM node:22-bookworm-slim AS modules
WORKDIR /app
# better-sqlite3 compiles itself where no prebuilt binary can be had.
RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=/data/relais.db
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY package.json tsconfig.json ./
COPY db db
COPY flows flows
COPY src src
RUN mkdir /data && chown node:node /data
VOLUME /data
# Everything above belongs to root: what runs cannot change what it runs.
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would not pass the signal that stops it.
CMD ["node", "--import", "tsx", "src/main.ts"]
