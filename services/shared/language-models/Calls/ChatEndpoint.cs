using System.ClientModel;
using System.ClientModel.Primitives;
using DialInsight.LanguageModels.Settings;
using OpenAI.Chat;

namespace DialInsight.LanguageModels.Calls;

/// <summary>One try at one model of an endpoint: sends a request, reads the answer, sorts the failures.</summary>
internal sealed class ChatEndpoint(ChatClient client, string model, LanguageModelSettings settings, TimeProvider time)
{
    private const int Ok = 200, BadRequest = 400, Unprocessable = 422;
    private readonly SchemaSupport _schemas = new(settings.StructuredOutput);

    /// <summary>Asks.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reached">Called for each call that the model worked on, whatever came of it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="EndpointException">The try failed.</exception>
    public async Task<EndpointAnswer> AskAsync(ModelRequest request, Action reached, CancellationToken cancellationToken)
    {
        KnownSchema? schema = _schemas.Sent(request.ResponseSchema);
        PipelineResponse response = await SendAsync(request, schema, cancellationToken);
        if (schema is not null && _schemas.FallsBack && response.Status is BadRequest or Unprocessable)
        {
            response = await SendAsync(request, null, cancellationToken);
            schema.IsRefused = response.Status == Ok;
        }

        ReadOnlyMemory<byte> body = response.Content.ToMemory();
        if (response.Status != Ok)
            throw EndpointException.ForStatus(response.Status, ChatResponseBody.ErrorCode(body), RetryAfter.Read(response.Headers, time.GetUtcNow()));
        reached();
        return ChatResponseBody.Read(body);
    }

    private async Task<PipelineResponse> SendAsync(ModelRequest request, KnownSchema? schema, CancellationToken cancellationToken)
    {
        using BinaryContent content = BinaryContent.Create(ChatRequestBody.Write(request, model, settings, schema));
        var options = new RequestOptions { CancellationToken = cancellationToken, ErrorOptions = ClientErrorBehaviors.NoThrow };
        try
        {
            ClientResult result = await client.CompleteChatAsync(content, options);
            return result.GetRawResponse();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is ClientResultException or HttpRequestException or IOException or OperationCanceledException)
        {
            throw new EndpointException(EndpointFailure.Failing, "could not be reached, or broke off its answer", innerException: e);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && e is not OperationCanceledException)
        {
            // A read that is broken off may fail in other ways first.
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }
}
