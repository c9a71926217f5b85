using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DialInsight.Client.Http;

namespace DialInsight.Client.Transcripts;

/// <summary>Reads ingest's answer record by record as it arrives: that of a large request would fill the memory.</summary>
internal sealed class AnswerReader
{
    private JsonReaderState _state;
    private string? _list;
    private bool _ended;

    /// <summary>The accepted records, then the duplicates, then the rejected ones, then the notes.</summary>
    /// <exception cref="IOException">The answer breaks off.</exception>
    /// <exception cref="JsonException">It is no answer of ingest.</exception>
    public static async IAsyncEnumerable<IAnswerPart> ReadAsync(Stream answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PipeReader pipe = PipeReader.Create(answer, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        var reader = new AnswerReader();
        List<IAnswerPart> parts = [];
        ReadResult part;
        do
        {
            part = await pipe.ReadAsync(cancellationToken);
            SequencePosition next = reader.Take(part.Buffer, part.IsCompleted, parts);
            foreach (IAnswerPart one in parts)
                yield return one;
            parts.Clear();
            pipe.AdvanceTo(next, part.Buffer.End);
        }
        while (!part.IsCompleted);

        await pipe.CompleteAsync();
        if (!reader._ended)
            throw new IOException("The answer breaks off.");
    }

    /// <summary>Takes the parts that are there whole; answers where the next one begins.</summary>
    private SequencePosition Take(ReadOnlySequence<byte> part, bool isLast, List<IAnswerPart> parts)
    {
        if (part.IsEmpty)
            return part.Start;
        var json = new Utf8JsonReader(part, isFinalBlock: false, _state);
        Utf8JsonReader before = json;
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.StartObject && json.CurrentDepth == 2)
            {
                Utf8JsonReader whole = json;
                if (!whole.TrySkip())
                {
                    json = before;
                    break;
                }

                if (Part(ref json) is { } one)
                    parts.Add(one);
            }
            else if (json.TokenType == JsonTokenType.PropertyName)
            {
                _list = json.GetString();
            }

            _ended |= json is { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 };
            before = json;
        }

        _state = json.CurrentState;
        return isLast ? part.End : json.Position;
    }

    private IAnswerPart? Part(ref Utf8JsonReader json)
    {
        switch (_list)
        {
            case "accepted":
                return JsonSerializer.Deserialize<AcceptedRecord>(ref json, ServiceResponse.Json);
            case "duplicates":
                return JsonSerializer.Deserialize<DuplicateRecord>(ref json, ServiceResponse.Json);
            case "rejected":
                return JsonSerializer.Deserialize<RejectedRecord>(ref json, ServiceResponse.Json);
            case "notes":
                return JsonSerializer.Deserialize<RecordNote>(ref json, ServiceResponse.Json);
            default:
                // A later version's. It is there whole; Skip would not take a reader of parts.
                _ = json.TrySkip();
                return null;
        }
    }
}
