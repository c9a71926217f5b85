using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Hosting.Bus;
using DialInsight.Storage;
using MassTransit;

namespace DialInsight.Benchmarks.Runs;

/// <summary>Answers each request at once, as labelling and quality together would: four of five are accepted.</summary>
internal sealed class Answering(Completions completions) : IConsumer<LabelRequested>, IConsumer<RunCompleted>
{
    public Task Consume(ConsumeContext<LabelRequested> context)
    {
        LabelAssignment request = context.Message.Assignment;
        bool isAccepted = (request.Slot + request.Number) % 5 != 0;
        return context.Publish(new SampleJudged
        {
            Id = DeterministicId.Guid("judged", request.AttemptId),
            OccurredAt = context.Message.OccurredAt,
            AttemptId = request.AttemptId,
            RunId = request.RunId,
            CellId = request.CellId,
            Slot = request.Slot,
            Number = request.Number,
            TranscriptId = request.TranscriptId,
            InstructionId = request.InstructionId,
            Outcome = isAccepted ? JudgementOutcome.Accepted : JudgementOutcome.Rejected,
            DecidedBy = "benchmark",
        });
    }

    public Task Consume(ConsumeContext<RunCompleted> context)
    {
        completions.Complete(context.Message);
        return Task.CompletedTask;
    }
}

/// <summary>How it is run.</summary>
internal sealed class AnsweringDefinition() : ServiceConsumerDefinition<Answering>("benchmark", concurrency: 64, prefetch: 256);
