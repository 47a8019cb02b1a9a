using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Customers;

/// <summary>Chooses a profile that goes into the open one, and shows the result before it is done.</summary>
public sealed partial class MergePanel
{
    private const int Most = 6;
    private IReadOnlyList<CustomerLine> _found = [];
    private MergePreview? _preview;
    private string? _refusal;
    private string _text = "";
    private bool _isBusy;

    /// <summary>The open profile; it stays.</summary>
    [Parameter, EditorRequired]
    public required Customer Into { get; set; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>The office's day.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>Nothing is merged after all.</summary>
    [Parameter, EditorRequired]
    public required Action Close { get; set; }

    /// <summary>It was done.</summary>
    [Parameter, EditorRequired]
    public required Func<Task> Changed { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private CustomerSearch Search { get; set; } = default!;

    [Inject]
    private CustomerMerging Merging { get; set; } = default!;

    [Inject]
    private ILogger<MergePanel> Logger { get; set; } = default!;

    private async Task TypedAsync(ChangeEventArgs change)
    {
        var text = _text = change.Value as string ?? "";
        _refusal = null;
        IReadOnlyList<CustomerLine> found = string.IsNullOrWhiteSpace(text)
            ? []
            : (await Search.FindAsync(CustomerList.All, text, null, CancellationToken.None)).Lines;
        if (text == _text)
        {
            _found = [.. found.Take(Most)];
        }
    }

    private async Task ChooseAsync(Guid from)
    {
        _preview = from == Into.Id ? null : await Merging.PreviewAsync(from, Into.Id, CancellationToken.None);
        _refusal = _preview is not null
            ? null
            : T.Sentence(new CustomerAnswer.Denied(from == Into.Id ? CustomerDenial.WithItself : CustomerDenial.MergedMeanwhile), Today);
    }

    private void ChooseAgain() => _preview = null;

    private async Task MergeAsync()
    {
        if (_preview is not { } preview || _isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            var merged = await T.TryAsync(Logger, Today, () => Merging.MergeAsync(preview.From.Id, preview.Into.Id, Actor, CancellationToken.None));
            if (merged.Refusal is not null)
            {
                (_preview, _refusal) = (null, merged.Refusal);
                return;
            }

            await Changed();
        }
        finally
        {
            _isBusy = false;
        }
    }
}
