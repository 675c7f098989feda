# Builds Dragoman and leaves nothing in the image but what it needs to run. To serve your own databases, mount a
# configuration with `server.host: 0.0.0.0` and name it in DRAGOMAN_CONFIG, as docker-compose.yml does.

FROM node:22-bookworm-slim AS build
WORKDIR /app
# What it takes to compile sqlite3 where there is no ready-made binary for this platform.
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
# The image has Node's headers already.
ENV npm_config_nodedir=/usr/local
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build \
  && rm -rf dist/.stamps dist/.tsbuildinfo \
  && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/package.json /app/LICENSE /app/dragoman.yaml ./
COPY --from=build /app/schema ./schema
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist

# The program belongs to root; the service writes into /data alone, which is also where relative paths start.
RUN mkdir /data && chown node:node /data
USER node
WORKDIR /data
VOLUME /data
EXPOSE 4000

# By Node itself, as the image has no curl.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# Without a shell in between: the signal that stops a container reaches the service, which then drains.
ENTRYPOINT ["node", "/app/bin/dragoman.cjs"]
CMD ["serve"]
