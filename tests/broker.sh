#!/usr/bin/env bash
# A RabbitMQ node of one's own for tests, from Debian's rabbitmq-server package alone.
#   tests/broker.sh start DIR PORT   starts a node that keeps its files in DIR and listens on PORT; prints its amqp URI
#   tests/broker.sh stop  DIR PORT   stops it
# Beside guest it has a user for each service, with the service's name as password and the rights that deploy/k8s gives it.
# Beside PORT the node listens on two ports computed from it: one for its command line, one for its name service.
set -euo pipefail

usage() { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[[ $# -eq 3 && $3 =~ ^[0-9]+$ ]] || usage
command=$1 port=$3
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$2"
dir=$(cd "$2" && pwd)

export HOME=$dir                                   # the Erlang cookie lies in HOME: one of the node's own
export RABBITMQ_NODENAME="dialinsight-$port@localhost"
export RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
export RABBITMQ_NODE_PORT=$port
# Given a PORT below 20000, all three lie below the range that Linux takes the ports of outgoing connections from.
export RABBITMQ_DIST_PORT=$((port < 50000 ? port + 10000 : port - 10000))
export ERL_EPMD_PORT=$((RABBITMQ_DIST_PORT + 1))
export RABBITMQ_MNESIA_BASE=$dir/mnesia
export RABBITMQ_LOG_BASE=$dir/log
export RABBITMQ_PID_FILE=$dir/pid
export RABBITMQ_ENABLED_PLUGINS_FILE=$dir/enabled_plugins
export RABBITMQ_CONFIG_FILE=$dir/rabbitmq
export RABBITMQ_CONF_ENV_FILE=$dir/rabbitmq-env.conf
export LANG=C.UTF-8

# Debian's wrapper in /usr/sbin changes to the user rabbitmq, who may not enter DIR: take the real scripts behind it.
scripts=$(ls -d /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin 2>/dev/null | tail -1 || true)
[[ -n $scripts ]] || { echo "rabbitmq-server is not installed: apt-get install -y rabbitmq-server" >&2; exit 1; }
PATH=$scripts:$PATH

# The users as a file of definitions, which the node reads at its start.
definitions() {
    local permissions=$here/../deploy/k8s/components/rabbitmq-operator/permissions.yaml
    local user='{"name": "%s", "password": "%s", "tags": "%s"}'
    echo '{ "vhosts": [{"name": "/"}], "users": ['
    printf "$user" guest guest administrator
    while read -r service; do printf ",\n$user" "$service" "$service" ""; done < <(sed -n 's/^  name: //p' "$permissions")
    echo '], "permissions": [{"user": "guest", "vhost": "/", "configure": ".*", "write": ".*", "read": ".*"}'
    sed -n -e 's/^  name: \(.*\)/, {"user": "\1", "vhost": "\/"/p' -e 's/\\/\\\\/g; s/^    \(configure\|write\|read\): \(.*\)/, "\1": "\2"/p' \
        "$permissions" | sed 's/^, "read.*/&}/'
    echo '] }'
}

start() {
    mkdir -p "$dir/mnesia" "$dir/log"
    echo '[].' >"$dir/enabled_plugins"
    : >"$dir/rabbitmq-env.conf"
    definitions >"$dir/definitions.json"
    printf 'load_definitions = %s\n' "$dir/definitions.json" >"$dir/rabbitmq.conf"
    printf 'vm_memory_high_watermark.relative = 0.4\ndisk_free_limit.absolute = 200MB\nlog.console = false\n' >>"$dir/rabbitmq.conf"
    setsid rabbitmq-server >"$dir/log/out" 2>&1 </dev/null &
    for _ in $(seq 120); do
        if rabbitmqctl --quiet await_startup --timeout 1 >/dev/null 2>&1 && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "amqp://guest:guest@127.0.0.1:$port/"
            return
        fi
        sleep 0.5
    done
    echo "the broker did not start; its last words:" >&2
    tail -n 20 "$dir"/log/* >&2 || true
    stop
    exit 1
}

stop() {
    local pid
    pid=$(cat "$dir/pid" 2>/dev/null || true)
    if [[ -n $pid ]] && kill -0 "$pid" 2>/dev/null; then
        timeout 30 rabbitmqctl --quiet stop "$dir/pid" >/dev/null 2>&1 || true
        kill -9 "$pid" 2>/dev/null || true
    fi
    # Its own name service, on its own port; it refuses while the node is still known.
    for _ in $(seq 20); do
        epmd -port "$ERL_EPMD_PORT" -kill >/dev/null 2>&1 && break
        epmd -port "$ERL_EPMD_PORT" -names >/dev/null 2>&1 || break
        sleep 0.2
    done
    rm -f "$dir/pid"
}

case $command in
    start) start ;;
    stop) stop ;;
    *) usage ;;
esac
