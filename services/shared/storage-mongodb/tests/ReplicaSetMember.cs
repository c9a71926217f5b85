using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using MongoDB.Bson;

namespace DialInsight.Storage.MongoDB.Tests;

/// <summary>As much of a MongoDB server as says which replica set it is of: it answers every message with the greeting of a primary.</summary>
internal sealed class ReplicaSetMember : IDisposable
{
    private const int HeaderLength = 16, Message = 2013, Query = 2004, Reply = 1;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly string _set;

    public ReplicaSetMember(string set)
    {
        _set = set;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Host and port.</summary>
    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
            _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token));
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using TcpClient connection = client;
        NetworkStream stream = connection.GetStream();
        byte[] header = new byte[HeaderLength];
        while (!_end.IsCancellationRequested)
        {
            await stream.ReadExactlyAsync(header, _end.Token);
            await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32LittleEndian(header) - HeaderLength], _end.Token);
            int request = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4)), operation = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
            await stream.WriteAsync(Answer(request, operation), _end.Token);
        }
    }

    /// <summary>The old form of an answer to the old form of a question, the new one otherwise (MongoDB wire protocol, OP_REPLY and OP_MSG).</summary>
    private byte[] Answer(int request, int operation)
    {
        byte[] greeting = new BsonDocument
        {
            { "helloOk", true },
            { "ismaster", true },
            { "isWritablePrimary", true },
            { "setName", _set },
            { "setVersion", 1 },
            { "hosts", new BsonArray { Address } },
            { "me", Address },
            { "maxBsonObjectSize", 16_777_216 },
            { "maxMessageSizeBytes", 48_000_000 },
            { "maxWriteBatchSize", 100_000 },
            { "minWireVersion", 0 },
            { "maxWireVersion", 21 },
            { "ok", 1.0 },
        }.ToBson();
        // Flags, cursor, start and count of an old answer; flags and kind of a new one.
        byte[] before = operation == Query ? [0, 0, 0, 0, .. new byte[12], 1, 0, 0, 0] : [0, 0, 0, 0, 0];
        byte[] answer = new byte[HeaderLength + before.Length + greeting.Length];
        BinaryPrimitives.WriteInt32LittleEndian(answer, answer.Length);
        BinaryPrimitives.WriteInt32LittleEndian(answer.AsSpan(8), request);
        BinaryPrimitives.WriteInt32LittleEndian(answer.AsSpan(12), operation == Query ? Reply : Message);
        before.CopyTo(answer, HeaderLength);
        greeting.CopyTo(answer, HeaderLength + before.Length);
        return answer;
    }
}
