using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;

namespace DialInsight.PromptAssembly.Tests.Fixtures;

/// <summary>
/// Plays labelling and quality: decides each request by chance, holds slots as quality does (the first acceptable sample fills one, others are
/// surplus), keeps messages back so that they come out of order, and says some of them twice.
/// </summary>
internal sealed class Verdicts(int seed)
{
    private readonly Random _random = new(seed);
    private readonly HashSet<string> _decided = [];
    private readonly Dictionary<int, string> _slots = [];
    private readonly List<object> _held = [];
    private readonly List<LabelAssignment> _inReview = [];

    public int Filled => _slots.Count;

    public bool IsFilled(int slot) => _slots.ContainsKey(slot);

    /// <summary>What is said next.</summary>
    public List<object> Next(IEnumerable<LabelAssignment> requests)
    {
        foreach (LabelAssignment request in requests.Where(request => _decided.Add(request.AttemptId)))
            Decide(request);
        if (_inReview.Count > 0 && _random.Next(3) == 0)
        {
            LabelAssignment reviewed = _inReview[_random.Next(_inReview.Count)];
            _inReview.Remove(reviewed);
            _held.Add(Some.Judged(reviewed, _random.Next(2) == 0 ? Acceptable(reviewed) : JudgementOutcome.Rejected, revision: 1));
        }

        List<object> said = [];
        for (int index = _held.Count - 1; index >= 0; index--)
        {
            if (_random.Next(3) == 0)
                continue;
            said.Add(_held[index]);
            if (_random.Next(4) > 0)
                _held.RemoveAt(index);
        }

        return [.. said.OrderBy(_ => _random.Next())];
    }

    private void Decide(LabelAssignment request)
    {
        switch (_random.Next(8))
        {
            case 0:
                _held.Add(Some.Failed(request));
                break;
            case 1:
                _held.Add(Some.Judged(request, JudgementOutcome.Unjudged));
                break;
            case 2:
                _held.Add(Some.Judged(request, JudgementOutcome.InReview));
                _inReview.Add(request);
                break;
            case < 5:
                _held.Add(Some.Judged(request, JudgementOutcome.Rejected));
                break;
            default:
                _held.Add(Some.Judged(request, Acceptable(request)));
                break;
        }
    }

    private JudgementOutcome Acceptable(LabelAssignment request) =>
        _slots.TryAdd(request.Slot, request.AttemptId) ? JudgementOutcome.Accepted : JudgementOutcome.Surplus;
}
