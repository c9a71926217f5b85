using System.ClientModel;
using System.ClientModel.Primitives;
using DialInsight.LanguageModels.Settings;
using OpenAI.Chat;

namespace DialInsight.LanguageModels.Calls;

/// <summary>One try at one model of an endpoint: sends a request, reads the answer, sorts the failures.</summary>
internal sealed class ChatEndpoint(ChatClient client, LanguageModelSettings settings, TimeProvider time)
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
        bool bySchema = _schemas.Sends(request.ResponseSchema);
        PipelineResponse response = await SendAsync(request, bySchema, cancellationToken);
        if (bySchema && _schemas.FallsBack && response.Status is BadRequest or Unprocessable)
        {
            response = await SendAsync(request, bySchema: false, cancellationToken);
            if (response.Status == Ok)
                _schemas.Refused(request.ResponseSchema!);
        }

        ReadOnlyMemory<byte> body = response.Content.ToMemory();
        if (response.Status != Ok)
            throw EndpointException.ForStatus(response.Status, ChatResponseBody.ErrorCode(body), RetryAfter.Read(response.Headers, time.GetUtcNow()));
        reached();
        return ChatResponseBody.Read(body);
    }

    private async Task<PipelineResponse> SendAsync(ModelRequest request, bool bySchema, CancellationToken cancellationToken)
    {
        using BinaryContent content = BinaryContent.Create(ChatRequestBody.Write(request, settings, bySchema));
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
