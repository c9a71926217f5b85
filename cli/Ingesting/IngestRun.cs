using System.Net;
using DialInsight.Cli.Server;
using DialInsight.Client.Http;
using DialInsight.Client.Transcripts;

namespace DialInsight.Cli.Ingesting;

/// <summary>
/// Sends uploads one after another. What is broken off or put off is sent again, the upload that it was in from its beginning: ingest keeps what it has and
/// answers the same, so that sending again, or starting the command again, changes nothing.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="defaults">What is true of all records.</param>
/// <param name="report">Told of everything.</param>
/// <param name="attempts">How often an upload is tried before the run ends.</param>
/// <param name="time">The clock.</param>
internal sealed class IngestRun(TranscriptsClient client, IngestDefaults defaults, IReport report, int attempts, TimeProvider time)
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    /// <summary>Sends all.</summary>
    /// <returns>0 where every record was kept or known, 2 where some were refused.</returns>
    /// <exception cref="ServiceException">The service refused what it would refuse of every upload.</exception>
    /// <exception cref="IOException">The service did not answer; <see cref="HttpRequestException"/> where it could not be reached.</exception>
    public async Task<int> RunAsync(IReadOnlyList<Upload> uploads, CancellationToken cancellationToken)
    {
        var tally = new Tally(time, uploads.Sum(upload => upload.Paths.Count), uploads.Sum(upload => upload.Bytes));
        try
        {
            foreach (Upload upload in uploads)
            {
                await SendAsync(upload, tally, cancellationToken);
                report.Moved(tally);
            }
        }
        finally
        {
            report.Ended(tally);
        }

        return tally.Rejected + tally.FilesRefused > 0 ? 2 : 0;
    }

    private async Task SendAsync(Upload upload, Tally tally, CancellationToken cancellationToken)
    {
        long told = 0;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await TryAsync(upload, tally, refused => told = Tell(upload, refused, told), cancellationToken);
                return;
            }
            catch (ServiceException exception) when (exception.Status is HttpStatusCode.UnsupportedMediaType or HttpStatusCode.RequestEntityTooLarge)
            {
                report.Refused(upload, exception.Message);
                tally.Refused(upload);
                return;
            }
            catch (Exception exception) when (attempt < attempts && Passes(exception))
            {
                TimeSpan pause = TimeSpan.FromSeconds(Math.Min(s_longestPause.TotalSeconds, 0.25 * Math.Pow(2, attempt - 1)));
                report.Waiting($"{upload.Name}: {ServerFailure.Explain(exception)}", pause);
                tally.Again();
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private async Task TryAsync(Upload upload, Tally tally, Action<(long Number, RejectedRecord Record)> rejected, CancellationToken cancellationToken)
    {
        long accepted = 0, known = 0, duplicates = 0, refused = 0;
        using HttpContent content = upload.Open(sent =>
        {
            tally.Sent(sent);
            report.Moved(tally);
        });
        await foreach (IAnswerPart part in client.StreamAsync(content, upload.FileName, defaults with { Source = defaults.Source ?? upload.Source }, cancellationToken))
        {
            switch (part)
            {
                case AcceptedRecord { Known: true }:
                    known++;
                    break;
                case AcceptedRecord:
                    accepted++;
                    break;
                case DuplicateRecord:
                    duplicates++;
                    break;
                case RejectedRecord refusal:
                    rejected((++refused, refusal));
                    break;
                case RecordNote note:
                    report.Noted(upload, note);
                    break;
            }
        }

        tally.Answered(upload, accepted, known, duplicates, refused);
    }

    // An answer that broke off begins anew with the same records.
    private long Tell(Upload upload, (long Number, RejectedRecord Record) refused, long told)
    {
        if (refused.Number <= told)
            return told;
        report.Rejected(upload, refused.Record);
        return refused.Number;
    }

    private static bool Passes(Exception exception) => exception switch
    {
        ServiceException service => service.Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        FileNotFoundException or DirectoryNotFoundException => false,
        HttpRequestException or IOException => true,
        _ => false,
    };
}
